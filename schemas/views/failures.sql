-- Failures, and whether a later attempt succeeded.
CREATE VIEW failures AS
SELECT
  a.stage,
  coalesce(p.name, q.name) AS problem,
  o.name AS operator_set,
  t.seed,
  a.reason,
  a.attempt,
  d.stage IS NOT NULL AS resolved,
  a.started_at,
  a.host,
  a.trial_id,
  a.dataset_id,
  a.file
FROM attempts a
LEFT JOIN trials t ON t.trial_id = a.trial_id
LEFT JOIN problems p ON p.problem_id = t.problem_id
LEFT JOIN (SELECT DISTINCT dataset_id, problem_id FROM trials) u ON u.dataset_id = a.dataset_id
LEFT JOIN problems q ON q.problem_id = u.problem_id
LEFT JOIN operator_sets o ON o.operator_set_id = t.operator_set_id
LEFT JOIN (SELECT DISTINCT stage, trial_id, dataset_id FROM attempts WHERE outcome = 'done') d
  ON d.stage = a.stage AND (d.trial_id = a.trial_id OR d.dataset_id = a.dataset_id)
WHERE a.outcome = 'failed'
