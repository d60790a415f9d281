CREATE TABLE embeddings (
  encoder_id STRING NOT NULL COMMENT 'The encoder that made the vector',
  setting STRING NOT NULL COMMENT 'What it was given and how the vector is kept: channels, window and stride (frames), grid, samples in a batch, precision',
  dataset STRING NOT NULL COMMENT 'The table that the sample is in, such as simulations.gray_scott',
  file STRING NOT NULL COMMENT 'Path of the file below the folder of the data set',
  split STRING COMMENT 'train, valid or test, after the folder that the file is in; NULL for a file in none of them, and for objects of a survey',
  trajectory INT COMMENT 'Number of the run in the file; NULL for objects of a survey',
  step INT COMMENT 'Number of the frame in the run, the first one of the sample; NULL for objects of a survey',
  row BIGINT COMMENT 'Number of the object in the file; NULL for simulations',
  object_id STRING COMMENT 'Identifier of the object in its survey; NULL for simulations',
  embedding ARRAY<FLOAT> COMMENT 'The vector; NULL if it is in column half, or with a reason',
  half ARRAY<SMALLINT> COMMENT 'The vector in half precision, as the bits of IEEE 754 binary16; NULL if it is in column embedding, or with a reason',
  reason STRING COMMENT 'Why there is no vector; NULL if there is'
)
USING delta
COMMENT 'What encoders made of windows of frames and of objects'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'encoder_id,setting,dataset,file,trajectory,step,row',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'encoder_id,setting,dataset,file,split,trajectory,step,row,object_id',
  'delta.constraints.vector_or_reason' = '(reason IS NULL) = (embedding IS NOT NULL OR half IS NOT NULL)'
)
