-- For each problem and noise level, the model of the trial with the lowest training loss. Only training rows decide.
SELECT
  p.field,
  p.name AS problem,
  o.name AS operator_set,
  b.noise,
  b.trials,
  b.complexity,
  b.expression,
  s.nmse_train,
  s.nmse_test,
  s.nmse_ood,
  p.kind,
  p.formula AS truth
FROM (
  SELECT
    t.problem_id,
    t.operator_set_id,
    t.noise,
    c.trial_id,
    c.complexity,
    c.expression,
    count(*) OVER (PARTITION BY t.problem_id, t.noise) AS trials,
    row_number() OVER (PARTITION BY t.problem_id, t.noise ORDER BY c.loss, c.complexity, c.trial_id) AS place
  FROM experiment_trials x
  JOIN trials t ON t.trial_id = x.trial_id
  JOIN candidates c ON c.trial_id = t.trial_id AND c.selected
  WHERE x.experiment_id = :experiment
) b
JOIN problems p ON p.problem_id = b.problem_id
JOIN operator_sets o ON o.operator_set_id = b.operator_set_id
LEFT JOIN model_scores_all s ON s.trial_id = b.trial_id
WHERE b.place = 1
ORDER BY p.field, problem, b.noise
