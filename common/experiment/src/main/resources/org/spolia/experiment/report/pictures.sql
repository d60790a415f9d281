SELECT
  r.dataset,
  e.name AS encoder,
  r.setting,
  r.query,
  r.place,
  r.file,
  r.trajectory,
  r.step,
  r.row,
  r.similarity,
  base64(r.picture) AS picture
FROM retrieved_samples AS r
JOIN encoders AS e ON e.encoder_id = r.encoder_id
WHERE r.experiment_id = :experiment
ORDER BY r.dataset, r.query, e.name, r.setting, r.encoder_id, r.place
