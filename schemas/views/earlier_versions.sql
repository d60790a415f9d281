-- The ids of experiments that a later version of the same name has replaced.
CREATE VIEW earlier_versions AS
SELECT v.experiment_id
FROM (
  SELECT kind, name, experiment_id, max(version) AS version
  FROM experiment_versions
  GROUP BY kind, name, experiment_id
) v
JOIN (SELECT kind, name, max(version) AS version FROM experiment_versions GROUP BY kind, name) n
  ON n.kind = v.kind AND n.name = v.name
WHERE v.version < n.version
