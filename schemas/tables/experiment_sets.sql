CREATE TABLE experiment_sets (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  name STRING NOT NULL COMMENT 'Name of the set in this experiment; equal sets may have several, such as that of a list and that of a cell of a design',
  operator_set_id STRING NOT NULL COMMENT 'The set of operators',
  design STRING COMMENT 'The design whose cell it is; NULL for a list and for a list with concepts'
)
USING delta
COMMENT 'What each experiment calls its sets of operators'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,name,operator_set_id',
  'delta.minReaderVersion' = '1'
)
