CREATE TABLE cost_auc (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  design STRING NOT NULL COMMENT 'The design whose trials found the laws and whose effects give the utilities',
  measure STRING NOT NULL COMMENT 'Cost of a law: nodes (each node 1), corpus (rare operators cost more), utility (useless operators cost more), shuffled (costs of utility assigned to operators at random)',
  problem_id STRING COMMENT 'The problem, which corpus and utility leave out of what they learn from; NULL for the mean over problems',
  problems INT NOT NULL COMMENT 'Problems with a pair of laws (1)',
  pairs BIGINT NOT NULL COMMENT 'Pairs of laws that one search found, with training errors within 0.1 decades and errors out of distribution more than 0.1 decades apart; their sizes can differ (1)',
  auc DOUBLE COMMENT 'Share of the pairs in which the law that is better out of distribution costs less, equal costs counted one half (1); 0.5 for a cost without information; NULL with a reason',
  lower DOUBLE COMMENT 'Lower end of the 95 % interval over resampled problems (1); NULL for a single problem',
  upper DOUBLE COMMENT 'Upper end of that interval (1); NULL like lower',
  gain DOUBLE COMMENT 'auc less that of nodes on the same pairs (1); NULL like auc',
  gain_lower DOUBLE COMMENT 'Lower end of the 95 % interval of the gain over resampled problems (1); NULL like lower',
  gain_upper DOUBLE COMMENT 'Upper end of that interval (1); NULL like lower',
  reason STRING COMMENT 'Why auc is NULL; NULL if it is not'
)
USING delta
COMMENT 'Simple or useful: whether the cost of a law identifies the one of two laws with equal fits that is better out of distribution'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,design,measure,problem_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_measure' = 'measure IN (''nodes'', ''corpus'', ''utility'', ''shuffled'')',
  'delta.constraints.bounded_auc' = '(auc IS NULL OR auc BETWEEN 0 AND 1) AND (lower IS NULL OR lower BETWEEN 0 AND 1) AND (upper IS NULL OR upper BETWEEN 0 AND 1)',
  'delta.constraints.bounded_gain' = '(gain IS NULL OR gain BETWEEN -1 AND 1) AND (gain_lower IS NULL OR gain_lower BETWEEN -1 AND 1) AND (gain_upper IS NULL OR gain_upper BETWEEN -1 AND 1)',
  'delta.constraints.reason_for_null' = '(auc IS NULL) = (reason IS NOT NULL)'
)
