CREATE TABLE encoders (
  encoder_id STRING NOT NULL COMMENT 'sha256, hexadecimal, of everything that determines an embedding except the input: engine, model, input format, preprocessing, output, pooling',
  name STRING NOT NULL COMMENT 'Name in the manifest of the bundle; raw: the values themselves; random, random-axial-attention: an untrained encoder; the name in pretrainings for an encoder of stage pretrain',
  engine STRING NOT NULL COMMENT 'Engine that runs the model, by DJL''s name; none for raw',
  sha256 STRING COMMENT 'sha256 of the model file, hexadecimal; NULL for raw',
  bytes BIGINT NOT NULL COMMENT 'Size of the model (byte)',
  dimension INT COMMENT 'Numbers in an embedding (1); NULL for raw, where it is that of the sample',
  seed BIGINT COMMENT 'Seed of the weights; NULL unless they are random, or pretrained here',
  architecture STRING COMMENT 'Kind of network: convolutional or axial-attention; NULL likewise',
  inputs STRING NOT NULL COMMENT 'Name, type and shape of the input, -1 for any length',
  preprocessing STRING NOT NULL COMMENT 'Preparation of the values of a sample: none, standardise or revin (each channel of a sample by its own mean and standard deviation)',
  pooling STRING NOT NULL COMMENT 'How the output becomes an embedding: none, mean (over tokens or positions) or cls (the first token)',
  licence STRING NOT NULL COMMENT 'Licence of the model in its manifest'
)
USING delta
COMMENT 'The encoders of the embeddings'
TBLPROPERTIES (
  'spolia.schema.version' = '2',
  'spolia.key' = 'encoder_id',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true'
)
