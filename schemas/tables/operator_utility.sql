CREATE TABLE operator_utility (
  experiment_id STRING NOT NULL COMMENT 'The experiment',
  design STRING NOT NULL COMMENT 'The design of operator sets within the experiment',
  level STRING NOT NULL COMMENT 'Scope of the row: design (all factors together), all (one factor, all problems), field or problem',
  factor STRING COMMENT 'An operator, or a group of operators that always occur together; NULL for level design',
  field STRING COMMENT 'The field of science; NULL for levels design and all',
  problem_id STRING COMMENT 'The problem; NULL unless level is problem',
  operators ARRAY<STRING> NOT NULL COMMENT 'Operators of the factor by name; those of all factors for level design',
  problems INT NOT NULL COMMENT 'Problems with a complete block, one in which each operator set of the design has a score (1)',
  blocks INT NOT NULL COMMENT 'Complete blocks of these problems (1)',
  in_formula BOOLEAN COMMENT 'Whether the ground truth has an operator of the factor; NULL without a known formula and unless level is problem',
  effect DOUBLE COMMENT 'Bounded score g out of distribution (on the test split where there is no ood split) with the factor less that without it, mean over problems (1); NULL with a reason',
  standard_error DOUBLE COMMENT 'Standard error of the effect, from the differences between problems (1); NULL for fewer than two problems and for level problem',
  lower DOUBLE COMMENT 'Lower end of the 95 % interval of the effect over resampled problems of these fields (1); NULL like standard_error',
  upper DOUBLE COMMENT 'Upper end of that interval (1); NULL like standard_error',
  utility DOUBLE COMMENT 'The effect shrunk towards that on all problems, as far as fields are alike (1); for level problem that of its field; NULL for level design',
  utility_without DOUBLE COMMENT 'The utility predicted by the others: for level field by the other fields, for level problem by all other problems (1); NULL for levels design and all, and if there are no others',
  pull DOUBLE COMMENT 'Weight of the mean over all problems when a field is shrunk towards it, in problems (1); NULL if infinite, because fields do not differ more than problems do, and for level design',
  p_value DOUBLE COMMENT 'Two-sided sign-flip test of the effects of the problems against 0, not against placebos, exact up to 16 problems (1); NULL for levels design and problem',
  least_p_value DOUBLE COMMENT 'The smallest possible p_value with this number of problems (1); NULL like p_value',
  adjusted_p_value DOUBLE COMMENT 'p_value after Benjamini and Hochberg over all rows of this level of the design: among the rows at or below q, the expected share of false discoveries is at most q (1); NULL like p_value',
  interaction DOUBLE COMMENT 'Variation of the effect over fields: sum of problems times the squared deviation of the mean of a field from that of all (1); NULL for levels field and problem',
  interaction_p_value DOUBLE COMMENT 'Share of random field labels with at least this variation, not adjusted over factors (1); NULL like interaction',
  reason STRING COMMENT 'Why the effect is NULL; NULL if it is not'
)
USING delta
COMMENT 'The effect of each operator, or group of operators: over all problems, in each field and on each problem; the problem is the unit of inference'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,design,level,factor,field,problem_id',
  'delta.minReaderVersion' = '1',
  'delta.constraints.known_level' = 'level IN (''design'', ''all'', ''field'', ''problem'')',
  'delta.constraints.what_the_level_is_about' = '(factor IS NULL) = (level = ''design'') AND (field IS NULL) = (level IN (''design'', ''all'')) AND (problem_id IS NULL) = (level <> ''problem'')',
  'delta.constraints.finite_effect' = 'effect IS NULL OR abs(effect) <= 1.7976931348623157E308D',
  'delta.constraints.finite_spread' = '(standard_error IS NULL OR standard_error <= 1.7976931348623157E308D) AND (lower IS NULL OR abs(lower) <= 1.7976931348623157E308D) AND (upper IS NULL OR abs(upper) <= 1.7976931348623157E308D)',
  'delta.constraints.finite_utility' = '(utility IS NULL OR abs(utility) <= 1.7976931348623157E308D) AND (utility_without IS NULL OR abs(utility_without) <= 1.7976931348623157E308D) AND (pull IS NULL OR pull <= 1.7976931348623157E308D)',
  'delta.constraints.finite_interaction' = 'interaction IS NULL OR interaction <= 1.7976931348623157E308D',
  'delta.constraints.probabilities' = '(p_value IS NULL OR p_value BETWEEN 0 AND 1) AND (least_p_value IS NULL OR least_p_value BETWEEN 0 AND 1) AND (adjusted_p_value IS NULL OR adjusted_p_value BETWEEN 0 AND 1) AND (interaction_p_value IS NULL OR interaction_p_value BETWEEN 0 AND 1)',
  'delta.constraints.reason_for_null' = 'level = ''design'' OR effect IS NOT NULL OR reason IS NOT NULL'
)
