CREATE TABLE shard_files (
  dataset STRING NOT NULL COMMENT 'The data set, which is the name of its table in simulations or surveys',
  file STRING NOT NULL COMMENT 'Path of the file below the folder of the data set',
  size BIGINT NOT NULL COMMENT 'Size of the file (byte)',
  sha256 STRING NOT NULL COMMENT 'sha256 of the bytes of the file, hexadecimal',
  rows BIGINT NOT NULL COMMENT 'Rows of the file (1); 0 if it was quarantined',
  state STRING NOT NULL COMMENT 'sharded: its rows are in the table; quarantined: some part of it cannot be read, and none of its rows is in the table',
  reason STRING COMMENT 'Why it was quarantined; NULL if it was not'
)
USING delta
COMMENT 'The state of each file of each data set'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'dataset,file',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'dataset,file,state',
  'delta.constraints.known_state' = 'state IN (''sharded'', ''quarantined'')',
  'delta.constraints.nothing_of_a_damaged_file' = 'state = ''sharded'' OR (rows = 0 AND reason IS NOT NULL)'
)
