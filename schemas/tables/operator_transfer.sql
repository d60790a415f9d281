CREATE TABLE operator_transfer (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  design STRING NOT NULL COMMENT 'The design of operator sets within the experiment',
  source_field STRING NOT NULL COMMENT 'The field whose effects predict',
  target_field STRING NOT NULL COMMENT 'The field whose effects are predicted; for the source field itself, each problem is left out of its own prediction',
  source_problems INT NOT NULL COMMENT 'Problems of the source field with a complete block, including the one left out (1)',
  problems INT NOT NULL COMMENT 'Problems of the target field that have a correlation (1)',
  correlation DOUBLE COMMENT 'Correlation, over the factors of the design, of the effects on a problem with the mean effects in the source field; mean over the problems of the target field, lowered by the noise of the effects (1); NULL with a reason',
  reason STRING COMMENT 'Why the correlation is NULL; NULL if it is not'
)
USING delta
COMMENT 'How well the effects of operators in one field predict those in another; not symmetric'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,design,source_field,target_field',
  'delta.minReaderVersion' = '1',
  'delta.constraints.bounded_correlation' = 'correlation IS NULL OR correlation BETWEEN -1 AND 1',
  'delta.constraints.reason_for_null' = '(correlation IS NULL) = (reason IS NOT NULL)'
)
