-- The trials of the latest versions of experiments; its columns are those of trials.
CREATE VIEW latest_trials AS
SELECT *
FROM trials
WHERE trial_id IN (
  SELECT x.trial_id
  FROM experiment_trials x
  JOIN latest_experiments e ON e.experiment_id = x.experiment_id
)
