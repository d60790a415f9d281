-- The model of each trial, chosen on training rows alone, and how well it does on every split.
CREATE VIEW leaderboard AS
SELECT
  p.field,
  p.name AS problem,
  o.name AS operator_set,
  t.noise,
  t.data_seed,
  t.seed,
  t.evaluations,
  c.complexity,
  c.expression,
  s.nmse_train,
  s.nmse_test,
  s.nmse_ood,
  s.g_test,
  s.g_ood,
  t.noise = 0 AND s.nmse_test < 1e-6 AND s.nmse_ood < 1e-6 AS recovered,
  t.trial_id
FROM trials t
JOIN problems p ON p.problem_id = t.problem_id
JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
LEFT JOIN (
  SELECT
    trial_id,
    complexity,
    rank,
    max(CASE WHEN split = 'train' THEN nmse END) AS nmse_train,
    max(CASE WHEN split = 'test' THEN nmse END) AS nmse_test,
    max(CASE WHEN split = 'ood' THEN nmse END) AS nmse_ood,
    max(CASE WHEN split = 'test' THEN g END) AS g_test,
    max(CASE WHEN split = 'ood' THEN g END) AS g_ood
  FROM scores
  WHERE model = 'law'
  GROUP BY trial_id, complexity, rank
) s ON s.trial_id = c.trial_id AND s.complexity = c.complexity AND s.rank = c.rank
