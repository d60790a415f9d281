CREATE TABLE experiment_versions (
  kind STRING NOT NULL COMMENT 'The kind of version: trials or probes; a configuration may have both under one name',
  name STRING NOT NULL COMMENT 'Name in the configuration, which all its versions share',
  version BIGINT NOT NULL COMMENT 'Counts, from 1, the versions of this name that were planned or probed (1); the greatest is the latest version',
  experiment_id STRING NOT NULL COMMENT 'The version; a configuration that is changed back gets a new row with its old id'
)
USING delta
COMMENT 'The order in which the versions of each configuration were requested'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'kind,name,version',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_kind' = 'kind IN (''trials'', ''probes'')',
  'delta.constraints.positive_version' = 'version > 0'
)
