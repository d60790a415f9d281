-- The names of the operators of each trial in its experiments: a row for each name.
CREATE VIEW trial_sets AS
SELECT DISTINCT x.trial_id, n.name AS operator_set
FROM latest_experiments e
JOIN experiment_trials x ON x.experiment_id = e.experiment_id
JOIN trials t ON t.trial_id = x.trial_id
JOIN experiment_sets n ON n.experiment_id = x.experiment_id AND n.operator_set_id = t.operator_set_id
