-- The scores of the latest version of the probes of each experiment; its columns are those of probe_scores.
CREATE VIEW latest_probe_scores AS
SELECT *
FROM probe_scores
WHERE experiment_id NOT IN (SELECT experiment_id FROM earlier_versions)
