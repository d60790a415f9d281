SELECT
  count(*) AS trials,
  count(c.trial_id) AS searched,
  count(s.trial_id) AS scored,
  count(DISTINCT t.problem_id) AS problems,
  count(DISTINCT p.field) AS fields,
  count(DISTINCT t.operator_set_id) AS operator_sets,
  count(DISTINCT t.seed) AS seeds,
  max(t.evaluations) AS budget,
  max(t.revision) AS revision,
  sum(a.evaluations) AS evaluations,
  sum(a.wall_seconds) AS wall_seconds,
  count(DISTINCT a.host) AS hosts,
  min(a.jdk) AS jdk,
  max(a.vector_bits) AS vector_bits
FROM experiment_trials x
JOIN trials t ON t.trial_id = x.trial_id
JOIN problems p ON p.problem_id = t.problem_id
LEFT JOIN (SELECT DISTINCT trial_id FROM candidates) c ON c.trial_id = x.trial_id
LEFT JOIN (SELECT DISTINCT trial_id FROM scores WHERE model = 'law') s ON s.trial_id = x.trial_id
LEFT JOIN (
  SELECT
    trial_id,
    max(evaluations) AS evaluations,
    max(wall_seconds) AS wall_seconds,
    max(host) AS host,
    max(jdk) AS jdk,
    max(vector_bits) AS vector_bits
  FROM attempts
  WHERE stage = 'search' AND outcome = 'done'
  GROUP BY trial_id
) a ON a.trial_id = x.trial_id
WHERE x.experiment_id = :experiment
