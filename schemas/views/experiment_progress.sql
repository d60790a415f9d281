-- The progress of each experiment; a trial counts as failed until an attempt of it succeeds.
CREATE VIEW experiment_progress AS
SELECT
  e.name AS experiment,
  e.experiment_id,
  count(*) AS trials,
  count(c.trial_id) AS searched,
  count(s.trial_id) AS scored,
  sum(CASE WHEN c.trial_id IS NULL AND f.trial_id IS NOT NULL THEN 1 ELSE 0 END) AS failed,
  sum(CASE WHEN c.trial_id IS NULL AND f.trial_id IS NULL THEN 1 ELSE 0 END) AS left_to_search
FROM latest_experiments e
JOIN experiment_trials x ON x.experiment_id = e.experiment_id
LEFT JOIN (SELECT DISTINCT trial_id FROM candidates) c ON c.trial_id = x.trial_id
LEFT JOIN (SELECT DISTINCT trial_id FROM scores) s ON s.trial_id = x.trial_id
LEFT JOIN (SELECT DISTINCT trial_id FROM attempts WHERE stage = 'search' AND outcome = 'failed') f ON f.trial_id = x.trial_id
GROUP BY e.name, e.experiment_id
