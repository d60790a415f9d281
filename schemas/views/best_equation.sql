-- The model of the best seed of each problem, operator set and arm of the experiment, by the loss on training rows.
-- Operators with several names have a row for each.
CREATE VIEW best_equation AS
SELECT
  p.field,
  p.name AS problem,
  p.variable_choice,
  coalesce(n.operator_set, o.name) AS operator_set,
  b.noise,
  b.shortcut,
  b.complexity_prior,
  b.expression,
  b.complexity,
  b.loss,
  s.nmse_train,
  s.nmse_test,
  s.nmse_ood,
  p.formula AS truth,
  b.seed,
  b.trial_id
FROM (
  SELECT
    t.problem_id,
    t.operator_set_id,
    t.noise,
    t.shortcut,
    t.complexity_prior,
    t.seed,
    c.trial_id,
    c.complexity,
    c.expression,
    c.loss,
    row_number() OVER (
      PARTITION BY t.problem_id, t.operator_set_id, t.noise, t.shortcut, t.complexity_prior
      ORDER BY c.loss, c.complexity, t.seed, c.trial_id
    ) AS place
  FROM latest_trials t
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
) b
JOIN problems p ON p.problem_id = b.problem_id
JOIN operator_sets o ON o.operator_set_id = b.operator_set_id
LEFT JOIN trial_sets n ON n.trial_id = b.trial_id
LEFT JOIN model_scores s ON s.trial_id = b.trial_id
WHERE b.place = 1
