CREATE TABLE retrieved_samples (
  experiment_id STRING NOT NULL COMMENT 'The experiment, as in probe_scores',
  dataset STRING NOT NULL COMMENT 'The table of the samples',
  encoder_id STRING NOT NULL COMMENT 'The encoder; one of those that differ only in their seed',
  setting STRING NOT NULL COMMENT 'Its setting, as in embeddings',
  query INT NOT NULL COMMENT 'The query, from 0: samples whose keys have the least hashes, the same for all encoders (1)',
  place INT NOT NULL COMMENT '0 is the query itself, 1 the most similar sample, and so on (1)',
  file STRING NOT NULL COMMENT 'File of the sample in its data set',
  trajectory INT COMMENT 'Trajectory of the sample; its other samples are never answers to it (1); NULL for objects of a survey',
  step INT COMMENT 'First frame of the sample (1); NULL for objects of a survey',
  row BIGINT COMMENT 'Row of the object in its file (1); NULL for simulations',
  similarity DOUBLE NOT NULL COMMENT 'Cosine of the angle between the embeddings of query and sample (1)',
  picture BINARY COMMENT 'PNG of the first channel of the sample, for surveys of the last of its columns, from its least (black) to its greatest value (white): frames by points on grids of one axis, the first frame by rows and columns on those of two; NULL if there is none'
)
USING delta
COMMENT 'A few samples, and the samples that an encoder finds most similar to them'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,dataset,encoder_id,setting,query,place',
  'delta.minReaderVersion' = '1',
  'delta.constraints.possible_similarity' = 'similarity BETWEEN -1.000001 AND 1.000001',
  'delta.constraints.run_or_object' = '(trajectory IS NULL) = (step IS NULL) AND (trajectory IS NULL) = (row IS NOT NULL)'
)
