CREATE TABLE experiment_sets (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  name STRING NOT NULL COMMENT 'Name of the set in this experiment; equal sets may have several, such as the name of a list and of a cell of a design',
  operator_set_id STRING NOT NULL COMMENT 'The operator set',
  design STRING COMMENT 'The design whose cell it is; NULL for a list and for a list with concepts'
)
USING delta
COMMENT 'The names of operator sets in each experiment'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,name,operator_set_id',
  'delta.minReaderVersion' = '1'
)
