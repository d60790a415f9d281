-- The effect of each factor on the bounded score out of distribution, over all problems, tested against 0, and without
-- intervals separately for problems whose formula does and does not contain it. Placebos are rows too.
CREATE VIEW operator_effect AS
SELECT
  e.name AS experiment,
  u.design,
  u.factor,
  u.effect,
  u.lower,
  u.upper,
  u.p_value,
  u.adjusted_p_value,
  u.interaction_p_value,
  u.problems,
  i.problems_in_formula,
  i.effect_in_formula,
  i.problems_not_in_formula,
  i.effect_not_in_formula,
  u.reason,
  u.experiment_id
FROM operator_utility u
JOIN latest_experiments e ON e.experiment_id = u.experiment_id
LEFT JOIN (
  SELECT
    experiment_id,
    design,
    factor,
    sum(CASE WHEN in_formula THEN 1 ELSE 0 END) AS problems_in_formula,
    avg(CASE WHEN in_formula THEN effect END) AS effect_in_formula,
    sum(CASE WHEN NOT in_formula THEN 1 ELSE 0 END) AS problems_not_in_formula,
    avg(CASE WHEN NOT in_formula THEN effect END) AS effect_not_in_formula
  FROM operator_utility
  WHERE level = 'problem'
  GROUP BY experiment_id, design, factor
) i ON i.experiment_id = u.experiment_id AND i.design = u.design AND i.factor = u.factor
WHERE u.level = 'all'
