-- How well the effects in one field predict those in another, next to the reverse direction and the field's prediction
-- of itself. Noise in the effects lowers all of these correlations.
CREATE VIEW transfer AS
SELECT
  e.name AS experiment,
  t.design,
  t.source_field,
  t.target_field,
  t.correlation,
  b.correlation AS correlation_back,
  o.correlation AS correlation_within_target,
  t.source_problems,
  t.problems,
  t.reason,
  t.experiment_id
FROM operator_transfer t
JOIN latest_experiments e ON e.experiment_id = t.experiment_id
JOIN operator_transfer b
  ON b.experiment_id = t.experiment_id AND b.design = t.design
  AND b.source_field = t.target_field AND b.target_field = t.source_field
JOIN operator_transfer o
  ON o.experiment_id = t.experiment_id AND o.design = t.design
  AND o.source_field = t.target_field AND o.target_field = t.target_field
