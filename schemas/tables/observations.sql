CREATE TABLE observations (
  dataset_id STRING NOT NULL COMMENT 'sha256 of the contents of all blocks of all splits, hexadecimal',
  split STRING NOT NULL COMMENT 'train: seen by the search; test: same distribution; ood: out of distribution',
  block INT NOT NULL COMMENT 'Position of the block within its split, from 0 (1)',
  rows INT NOT NULL COMMENT 'Rows in this block, at most 8192 (1)',
  variables ARRAY<STRING> NOT NULL COMMENT 'Names of the variables, in the order of columns',
  columns ARRAY<ARRAY<DOUBLE>> NOT NULL COMMENT 'One array of values per variable, in the units of problems.variable_units',
  target ARRAY<DOUBLE> NOT NULL COMMENT 'The target with its noise, in the unit of problems.target_unit',
  truth ARRAY<DOUBLE> COMMENT 'The target without noise, same unit; NULL if it is unknown'
)
USING delta
COMMENT 'The data of every trial, a row per block of observations'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'dataset_id,split,block',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'dataset_id,split,block,rows',
  'delta.constraints.known_split' = 'split IN (''train'', ''test'', ''ood'')',
  'delta.constraints.block_of_rows' = 'rows BETWEEN 1 AND 8192 AND size(target) = rows AND (truth IS NULL OR size(truth) = rows)',
  'delta.constraints.full_columns' = 'size(columns) = size(variables) AND size(flatten(columns)) = rows * size(variables)',
  'delta.constraints.finite_columns' = 'array_max(flatten(columns)) <= 1.7976931348623157E308D AND array_min(flatten(columns)) >= -1.7976931348623157E308D',
  'delta.constraints.finite_target' = 'array_max(target) <= 1.7976931348623157E308D AND array_min(target) >= -1.7976931348623157E308D',
  'delta.constraints.finite_truth' = 'truth IS NULL OR (array_max(truth) <= 1.7976931348623157E308D AND array_min(truth) >= -1.7976931348623157E308D)'
)
