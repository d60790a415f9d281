CREATE TABLE toy_sizes (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  trials BIGINT NOT NULL COMMENT 'Its trials (1)'
)
USING delta
COMMENT 'How many trials experiments have'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id',
  'delta.minReaderVersion' = '1'
)
