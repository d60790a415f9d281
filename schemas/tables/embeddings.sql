CREATE TABLE embeddings (
  encoder_id STRING NOT NULL COMMENT 'The encoder of the embedding',
  setting STRING NOT NULL COMMENT 'The input and the storage of the embedding: channels, window and stride (frames), grid, samples in a batch, precision',
  dataset STRING NOT NULL COMMENT 'The table of the sample, such as simulations.gray_scott',
  file STRING NOT NULL COMMENT 'Path of the file below the folder of the data set',
  split STRING COMMENT 'train, valid or test, by the folder of the file; NULL for a file in none of them, and for objects of a survey',
  trajectory INT COMMENT 'Number of the trajectory in the file; NULL for objects of a survey',
  step INT COMMENT 'Number of the first frame of the sample in the trajectory; NULL for objects of a survey',
  row BIGINT COMMENT 'Number of the object in the file; NULL for simulations',
  object_id STRING COMMENT 'Identifier of the object in its survey; NULL for simulations',
  embedding ARRAY<FLOAT> COMMENT 'The embedding; NULL if it is in column half, or with a reason',
  half ARRAY<SMALLINT> COMMENT 'The embedding in half precision, as the bits of IEEE 754 binary16; NULL if it is in column embedding, or with a reason',
  reason STRING COMMENT 'Why there is no embedding; NULL if there is one'
)
USING delta
COMMENT 'Embeddings of windows of frames and of objects'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'encoder_id,setting,dataset,file,trajectory,step,row',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'encoder_id,setting,dataset,file,split,trajectory,step,row,object_id',
  'delta.constraints.vector_or_reason' = '(reason IS NULL) = (embedding IS NOT NULL OR half IS NOT NULL)'
)
