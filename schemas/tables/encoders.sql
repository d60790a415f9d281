CREATE TABLE encoders (
  encoder_id STRING NOT NULL COMMENT 'sha256, hexadecimal, of all that determines a vector but for what goes in: engine, model, input, preprocessing, output, pooling',
  name STRING NOT NULL COMMENT 'Name after the manifest of the bundle; raw: the values themselves; random, random-axial-attention: an encoder that has learned nothing; the name in pretrainings of one that stage pretrain made',
  engine STRING NOT NULL COMMENT 'What runs the model, by DJL''s name; none for raw',
  sha256 STRING COMMENT 'sha256 of the file of the model, hexadecimal; NULL for raw',
  bytes BIGINT NOT NULL COMMENT 'Size of the model (byte)',
  dimension INT COMMENT 'Numbers in a vector (1); NULL for raw, where it is that of the sample',
  seed BIGINT COMMENT 'Seed of the weights; NULL unless they are random, or those of a pretraining',
  architecture STRING COMMENT 'Kind of network: convolutional or axial-attention; NULL likewise',
  inputs STRING NOT NULL COMMENT 'Name, type and shape of the input, -1 for any length',
  preprocessing STRING NOT NULL COMMENT 'What is done to the values of a sample before: none, standardise or revin (each channel of a sample by its own mean and deviation)',
  pooling STRING NOT NULL COMMENT 'How the output becomes a vector: none, mean (over tokens or places) or cls (the first token)',
  licence STRING NOT NULL COMMENT 'Licence of the model after its manifest'
)
USING delta
COMMENT 'The encoders that made vectors'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'encoder_id',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true'
)
