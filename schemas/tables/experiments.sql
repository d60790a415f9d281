CREATE TABLE experiments (
  experiment_id STRING NOT NULL COMMENT 'sha256 of the resolved configuration, hexadecimal',
  name STRING NOT NULL COMMENT 'Name in the configuration; two versions of one configuration share it',
  description STRING COMMENT 'What the experiment asks; NULL if the configuration does not say',
  config STRING NOT NULL COMMENT 'The resolved configuration as canonical JSON, defaults included'
)
USING delta
COMMENT 'One row per experiment that was ever planned here'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id',
  'delta.minReaderVersion' = '1'
)
