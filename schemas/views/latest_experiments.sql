-- The latest version of each experiment; its columns are those of experiments.
CREATE VIEW latest_experiments AS
SELECT *
FROM experiments
WHERE experiment_id NOT IN (SELECT experiment_id FROM earlier_versions)
