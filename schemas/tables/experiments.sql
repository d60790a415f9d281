CREATE TABLE experiments (
  experiment_id STRING NOT NULL COMMENT 'sha256 of the resolved configuration, hexadecimal',
  name STRING NOT NULL COMMENT 'Name in the configuration; two versions of one configuration share it',
  description STRING COMMENT 'The question of the experiment; NULL if the configuration has none',
  config STRING NOT NULL COMMENT 'The resolved configuration as canonical JSON, defaults included'
)
USING delta
COMMENT 'One row per planned experiment'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id',
  'delta.minReaderVersion' = '1'
)
