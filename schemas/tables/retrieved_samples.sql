CREATE TABLE retrieved_samples (
  experiment_id STRING NOT NULL COMMENT 'The experiment, as in probe_scores',
  dataset STRING NOT NULL COMMENT 'The table whose samples are looked at',
  encoder_id STRING NOT NULL COMMENT 'The encoder; of those that differ in seed alone, one',
  setting STRING NOT NULL COMMENT 'What it was given, as in embeddings',
  query INT NOT NULL COMMENT 'Which query, from 0: samples whose places have the least hash, the same for all encoders (1)',
  place INT NOT NULL COMMENT '0 is the query itself, 1 the sample most like it, and so on (1)',
  file STRING NOT NULL COMMENT 'File of the sample in its data set',
  trajectory INT COMMENT 'Run of the sample, whose other samples are no answers to it (1); NULL for objects of a survey',
  step INT COMMENT 'First frame of the sample (1); NULL for objects of a survey',
  row BIGINT COMMENT 'Row of the object in its file (1); NULL for simulations',
  similarity DOUBLE NOT NULL COMMENT 'Cosine of the angle between the vectors of query and sample (1)',
  picture BINARY COMMENT 'PNG of the first channel of the sample, for surveys of the last of its columns, from its least (black) to its greatest value (white): frames by points on grids of one axis, the first frame by rows and columns on those of two; NULL where there is none'
)
USING delta
COMMENT 'A few samples, and those that an encoder finds most like them, to be looked at'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,dataset,encoder_id,setting,query,place',
  'delta.minReaderVersion' = '1',
  'delta.constraints.possible_similarity' = 'similarity BETWEEN -1.000001 AND 1.000001',
  'delta.constraints.run_or_object' = '(trajectory IS NULL) = (step IS NULL) AND (trajectory IS NULL) = (row IS NOT NULL)'
)
