CREATE TABLE law_monitor (
  experiment STRING NOT NULL COMMENT 'Name of the experiment that watches the law',
  problem STRING NOT NULL COMMENT 'Id of the problem in the configuration',
  law_id STRING NOT NULL COMMENT 'The law, as in watched_laws',
  expression STRING NOT NULL COMMENT 'The law in infix notation',
  split STRING NOT NULL COMMENT 'The split of the window; each split has a test of its own',
  window_number INT NOT NULL COMMENT 'Number of the window, from 1, in the order of file, trajectory and first (1)',
  file STRING NOT NULL COMMENT 'Path of the HDF5 file below the folder of the data set',
  trajectory INT COMMENT 'Number of the trajectory in the file; NULL for a survey',
  first BIGINT NOT NULL COMMENT 'The first element of points of the block in features (1)',
  rows INT NOT NULL COMMENT 'Rows of the window (1)',
  invalid_rows INT NOT NULL COMMENT 'Rows whose loss is not finite (1)',
  loss DOUBLE COMMENT 'Mean squared residual of the window; NULL with an invalid row or if it is not finite, which counts as the highest loss',
  standard_error DOUBLE COMMENT 'Standard error of the loss from the rows of the window; NULL like loss, and for one row',
  reference_loss DOUBLE COMMENT 'Mean squared residual of the rows of the first windows; NULL if none has a loss',
  reference_windows INT NOT NULL COMMENT 'The number of these windows, if there are as many (1)',
  level DOUBLE NOT NULL COMMENT 'The largest probability of an alarm, ever, in a stream that does not change (1)',
  capital DOUBLE NOT NULL COMMENT 'The capital of the bets against an unchanged stream after this window, 1 at the start (1)',
  p_value DOUBLE NOT NULL COMMENT 'Upper bound of the probability that an unchanged stream ever gives the largest capital so far (1)',
  alarm BOOLEAN NOT NULL COMMENT 'Whether the law has ceased to hold, in this window or before',
  alarm_window INT COMMENT 'The window that raised the alarm (1); NULL without an alarm'
)
USING delta
COMMENT 'The test of each watched law after each window: has its loss risen?'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment,problem,law_id,split,window_number',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_split' = 'split IN (''train'', ''test'', ''ood'')',
  'delta.constraints.finite_loss' = '(loss IS NULL OR loss <= 1.7976931348623157E308D) AND (standard_error IS NULL OR standard_error <= 1.7976931348623157E308D) AND (reference_loss IS NULL OR reference_loss <= 1.7976931348623157E308D)',
  'delta.constraints.finite_capital' = 'capital <= 1.7976931348623157E308D',
  'delta.constraints.probabilities' = 'level BETWEEN 0 AND 1 AND p_value BETWEEN 0 AND 1',
  'delta.constraints.window_of_alarm' = 'alarm = (alarm_window IS NOT NULL) AND (alarm_window IS NULL OR alarm_window <= window_number)'
)
