CREATE TABLE set_comparisons (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  operator_set STRING NOT NULL COMMENT 'Name of an operator list',
  measure STRING NOT NULL COMMENT 'recovered: whether a search finds the ground truth, without noise; test: the error on the test split; ood: the error out of distribution',
  place INT NOT NULL COMMENT 'Place of the list in the configuration, from 1 (1)',
  reference STRING COMMENT 'The first list of the configuration, which the others are compared with; NULL for itself',
  problems INT NOT NULL COMMENT 'Problems with a complete block, one in which each list has a score (1)',
  trials INT NOT NULL COMMENT 'Trials of the list in complete blocks (1)',
  recovered INT COMMENT 'Trials among these that recover the ground truth (1); NULL for other measures',
  score DOUBLE COMMENT 'Share of trials that recover the ground truth, or bounded score g, with errors below 1e-12, which are rounding errors, counted as 1e-12; mean over problems, after the mean over the trials of a problem (1); NULL with a reason',
  nmse DOUBLE COMMENT 'Median over problems of the normalised error: the geometric mean over the trials of a problem, each limited to 1e-12 to 1e6, where an undefined error counts as 1e6 (1); NULL for recovered, or with a reason',
  nmse_lower DOUBLE COMMENT 'Lower end of the 95 % interval of that median, from order statistics (1); NULL like nmse, and for fewer than 6 problems',
  nmse_upper DOUBLE COMMENT 'Upper end of that interval (1); NULL like nmse_lower',
  difference DOUBLE COMMENT 'score less that of the reference on the same problems and blocks, mean over problems (1); NULL for the reference, or with a reason',
  lower DOUBLE COMMENT 'Lower end of the 95 % interval of the difference: the centres that the sign-flip test does not reject (1); NULL like difference, and for fewer than 6 problems',
  upper DOUBLE COMMENT 'Upper end of that interval (1); NULL like lower',
  better INT COMMENT 'Problems with a score above that of the reference (1); NULL like difference',
  worse INT COMMENT 'Problems with a score below it (1); NULL like difference',
  p_value DOUBLE COMMENT 'Two-sided sign-flip test of the differences of the problems, exact up to 16 problems (1); NULL like difference',
  least_p_value DOUBLE COMMENT 'The smallest possible p_value with this number of problems (1); NULL like difference',
  adjusted_p_value DOUBLE COMMENT 'p_value after Holm over the lists of this measure: rejecting at a keeps the probability of any false difference at a (1); NULL like difference',
  reason STRING COMMENT 'Why score is NULL; NULL if it is not'
)
USING delta
COMMENT 'The score of each operator list of an experiment, and its difference from the first list; the problem is the unit of inference'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,operator_set,measure',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_measure' = 'measure IN (''recovered'', ''test'', ''ood'')',
  'delta.constraints.bounded_score' = '(score IS NULL OR score BETWEEN 0 AND 1) AND (difference IS NULL OR difference BETWEEN -1 AND 1)',
  'delta.constraints.finite_error' = '(nmse IS NULL OR nmse <= 1.7976931348623157E308D) AND (nmse_lower IS NULL OR nmse_lower <= 1.7976931348623157E308D) AND (nmse_upper IS NULL OR nmse_upper <= 1.7976931348623157E308D)',
  'delta.constraints.finite_interval' = '(lower IS NULL OR abs(lower) <= 1.7976931348623157E308D) AND (upper IS NULL OR abs(upper) <= 1.7976931348623157E308D)',
  'delta.constraints.probabilities' = '(p_value IS NULL OR p_value BETWEEN 0 AND 1) AND (least_p_value IS NULL OR least_p_value BETWEEN 0 AND 1) AND (adjusted_p_value IS NULL OR adjusted_p_value BETWEEN 0 AND 1)',
  'delta.constraints.reason_for_null' = '(score IS NULL) = (reason IS NOT NULL)'
)
