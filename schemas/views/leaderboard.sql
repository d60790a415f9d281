-- The model of each trial, selected on training rows only, with its scores on every split. Operators with several names
-- have a row for each.
CREATE VIEW leaderboard AS
SELECT
  p.field,
  p.name AS problem,
  p.variable_choice,
  coalesce(n.operator_set, o.name) AS operator_set,
  t.noise,
  t.data_seed,
  t.shortcut,
  t.seed,
  t.complexity_prior,
  t.evaluations,
  c.complexity,
  c.expression,
  s.nmse_train,
  s.nmse_test,
  s.nmse_ood,
  s.g_test,
  s.g_ood,
  s.gap,
  t.noise = 0 AND s.recovered AS recovered,
  t.trial_id
FROM latest_trials t
JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
JOIN problems p ON p.problem_id = t.problem_id
JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
LEFT JOIN trial_sets n ON n.trial_id = t.trial_id
LEFT JOIN model_scores s ON s.trial_id = t.trial_id
