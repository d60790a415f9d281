CREATE TABLE set_comparisons (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  operator_set STRING NOT NULL COMMENT 'Name of a list of operators',
  measure STRING NOT NULL COMMENT 'recovered: whether a search finds the law that made the data, without noise; test: the error inside the training range; ood: the error outside',
  place INT NOT NULL COMMENT 'Place of the list in the configuration, from 1 (1)',
  reference STRING COMMENT 'The first list of the configuration, which the others are compared with; NULL for itself',
  problems INT NOT NULL COMMENT 'Problems with a complete block, one in which each list has a score (1)',
  trials INT NOT NULL COMMENT 'Trials of the list in complete blocks (1)',
  recovered INT COMMENT 'Of these the trials that recover the law (1); NULL for other measures',
  score DOUBLE COMMENT 'Share of trials that recover the law, or bounded score g, with errors below 1e-12, which are rounding, counted as 1e-12; mean over problems, trials of a problem averaged before (1); NULL with a reason',
  nmse DOUBLE COMMENT 'Median over problems of the normalised error, the geometric mean over trials of a problem, each kept within 1e-12 and 1e6, which stands for an undefined error too (1); NULL for recovered, or with a reason',
  nmse_lower DOUBLE COMMENT 'Lower end of the 95 % interval of that median, from order statistics (1); NULL as nmse, and for fewer than 6 problems',
  nmse_upper DOUBLE COMMENT 'Upper end of that interval (1); NULL as nmse_lower',
  difference DOUBLE COMMENT 'score less that of the reference on the same problems and blocks, mean over problems (1); NULL for the reference, or with a reason',
  lower DOUBLE COMMENT 'Lower end of the 95 % interval of the difference: the centres that the sign-flip test does not reject (1); NULL as difference, and for fewer than 6 problems',
  upper DOUBLE COMMENT 'Upper end of that interval (1); NULL as lower',
  better INT COMMENT 'Problems on which score is above that of the reference (1); NULL as difference',
  worse INT COMMENT 'Problems on which it is below (1); NULL as difference',
  p_value DOUBLE COMMENT 'Two-sided sign-flip test of the differences of the problems, exact up to 16 problems (1); NULL as difference',
  least_p_value DOUBLE COMMENT 'The smallest p_value that so many problems can give (1); NULL as difference',
  adjusted_p_value DOUBLE COMMENT 'p_value after Holm over the lists of this measure: at or below a, the chance of any false difference is at most a (1); NULL as difference',
  reason STRING COMMENT 'Why score is NULL; NULL if it is not'
)
USING delta
COMMENT 'What each list of operators of an experiment reaches, and how it differs from the first list; the problem is the unit of inference'
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
