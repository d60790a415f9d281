CREATE TABLE encoder_settings (
  entry_id STRING NOT NULL COMMENT 'sha256, hexadecimal, of all that an entry of ''embeddings'' says about encoder and setting',
  dataset STRING NOT NULL COMMENT 'The table that the entry embedded, such as simulations.gray_scott',
  version BIGINT NOT NULL COMMENT 'Counts, from 1, how often the entry meant another encoder or setting for this table (1), such as a pretraining that was repeated; the greatest is the latest version',
  encoder_id STRING NOT NULL COMMENT 'The encoder that the entry means',
  setting STRING NOT NULL COMMENT 'The setting that the entry means, as in embeddings'
)
USING delta
COMMENT 'What entries of configurations mean: the encoder and the setting that stage embed used for each table'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'entry_id,dataset,version',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.constraints.positive_version' = 'version > 0'
)
