CREATE TABLE law_windows (
  law_id STRING NOT NULL COMMENT 'The law, as in watched_laws',
  file STRING NOT NULL COMMENT 'Path of the HDF5 file below the folder of the data set',
  trajectory INT COMMENT 'Number of the trajectory in the file; NULL for a survey',
  split STRING NOT NULL COMMENT 'train: seen by the search; test: same distribution; ood: out of distribution',
  first BIGINT NOT NULL COMMENT 'The first element of points of the block in features (1)',
  rows INT NOT NULL COMMENT 'Rows of the block (1)',
  invalid_rows INT NOT NULL COMMENT 'Rows whose loss is not finite; the sums are over the others (1)',
  loss_sum DOUBLE COMMENT 'Sum of the squared residuals, exact and rounded once; NULL if it is not finite',
  loss_squares DOUBLE COMMENT 'Sum of the squares of the squared residuals, exact and rounded once; NULL if it is not finite'
)
USING delta
COMMENT 'The losses of each watched law over each block of features'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'law_id,file,trajectory,split,first',
  'delta.minReaderVersion' = '1',
  'delta.appendOnly' = 'true',
  'delta.constraints.known_split' = 'split IN (''train'', ''test'', ''ood'')',
  'delta.constraints.parts_of_rows' = 'rows >= 1 AND invalid_rows BETWEEN 0 AND rows',
  'delta.constraints.finite_sums' = '(loss_sum IS NULL OR loss_sum <= 1.7976931348623157E308D) AND (loss_squares IS NULL OR loss_squares <= 1.7976931348623157E308D)'
)
