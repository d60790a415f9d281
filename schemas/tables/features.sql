CREATE TABLE features (
  features_id STRING NOT NULL COMMENT 'sha256 of the request: source, target, variables, conditions and methods, hexadecimal',
  source STRING NOT NULL COMMENT 'The table that the rows were made from, such as simulations.gray_scott',
  file STRING NOT NULL COMMENT 'Path of the HDF5 file below the folder of the data set',
  trajectory INT COMMENT 'Number of the trajectory in the file; NULL for a survey',
  split STRING NOT NULL COMMENT 'train: seen by the search; test: same distribution; ood: out of distribution',
  first BIGINT NOT NULL COMMENT 'The first element of points (1)',
  rows INT NOT NULL COMMENT 'Rows of the block (1)',
  points ARRAY<BIGINT> NOT NULL COMMENT 'The position of each row, ascending: the point in the frames of the trajectory, row-major with time first; the window, numbered in the same way; or the row of the file (1)',
  columns ARRAY<ARRAY<DOUBLE>> NOT NULL COMMENT 'One array of values per variable, in their order',
  target ARRAY<DOUBLE> NOT NULL COMMENT 'The target',
  truth ARRAY<DOUBLE> COMMENT 'The target from the fields before noise was added; NULL if none was'
)
USING delta
COMMENT 'Rows for regressions, made from simulations and surveys: a block for each trajectory, or each file of a survey'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'features_id,file,trajectory,split,first',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.dataSkippingStatsColumns' = 'features_id,source,file,trajectory,split,first,rows',
  'delta.constraints.known_split' = 'split IN (''train'', ''test'', ''ood'')',
  'delta.constraints.block_of_rows' = 'rows >= 1 AND size(points) = rows AND points[0] = first AND size(target) = rows AND (truth IS NULL OR size(truth) = rows)',
  'delta.constraints.full_columns' = 'size(columns) >= 1 AND size(flatten(columns)) = rows * size(columns)',
  'delta.constraints.finite_columns' = 'array_max(flatten(columns)) <= 1.7976931348623157E308D AND array_min(flatten(columns)) >= -1.7976931348623157E308D',
  'delta.constraints.finite_target' = 'array_max(target) <= 1.7976931348623157E308D AND array_min(target) >= -1.7976931348623157E308D',
  'delta.constraints.finite_truth' = 'truth IS NULL OR (array_max(truth) <= 1.7976931348623157E308D AND array_min(truth) >= -1.7976931348623157E308D)'
)
