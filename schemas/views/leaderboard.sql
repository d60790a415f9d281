-- How well each set of operators does on each problem: medians over the seeds, of the models chosen on training rows alone.
CREATE VIEW leaderboard AS
SELECT
  p.field,
  p.name AS problem,
  o.name AS operator_set,
  t.noise,
  t.evaluations,
  count(*) AS trials,
  median(c.complexity) AS complexity,
  median(s.nmse_train) AS nmse_train,
  median(s.nmse_test) AS nmse_test,
  median(s.nmse_ood) AS nmse_ood,
  avg(s.g_test) AS g_test,
  avg(s.g_ood) AS g_ood,
  sum(CASE WHEN t.noise = 0 AND s.nmse_test < 1e-6 AND s.nmse_ood < 1e-6 THEN 1 ELSE 0 END) AS recovered
FROM trials t
JOIN problems p ON p.problem_id = t.problem_id
JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
JOIN (
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
GROUP BY p.field, p.name, o.name, t.noise, t.evaluations
