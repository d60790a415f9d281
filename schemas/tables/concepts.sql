CREATE TABLE concepts (
  experiment_id STRING NOT NULL COMMENT 'The experiment with the laws: of each problem the one with the shortest description of its training rows, over trials without the shortcut',
  left_out STRING NOT NULL COMMENT 'Whose laws are left out: nothing (all count), field or problem',
  field STRING COMMENT 'The field that is left out; NULL unless left_out is field',
  problem_id STRING COMMENT 'The problem that is left out; NULL unless left_out is problem',
  problem STRING COMMENT 'Its name in the catalogue; NULL like problem_id',
  draw INT NOT NULL COMMENT '0: concepts, the pieces of laws that save most; from 1: draws of their control, random pieces of the same laws with as many nodes and operands',
  place INT NOT NULL COMMENT 'From 1, the concept that saves most first, its control in the same place (1); 0 for a row with the reason why there is none',
  definition STRING COMMENT 'The piece as an operator with a formula and a name derived from it; NULL with a reason',
  operands INT COMMENT 'Operands: the variables of the piece (1); NULL with a reason',
  nodes INT COMMENT 'Nodes of the formula (1); NULL with a reason',
  saved DOUBLE COMMENT 'Bits by which the laws, each counted once, are shorter with the piece as one node, less those of its formula; for a concept after those of earlier places; NULL with a reason',
  problems INT NOT NULL COMMENT 'Problems whose laws contain the piece; for a concept, after the removal of earlier concepts (1)',
  found_in ARRAY<STRING> NOT NULL COMMENT 'Names of these problems, in order',
  laws INT NOT NULL COMMENT 'Laws that were searched (1)',
  reason STRING COMMENT 'Why there is no concept; NULL if there is one'
)
USING delta
COMMENT 'Pieces that discovered laws share, as operators for later experiments, and pieces drawn at random as their control'
TBLPROPERTIES (
  'spolia.schema.version' = '1',
  'spolia.key' = 'experiment_id,left_out,field,problem_id,draw,place',
  'delta.minReaderVersion' = '1',
  'delta.constraints.what_is_left_out' = 'left_out IN (''nothing'', ''field'', ''problem'') AND (field IS NOT NULL) = (left_out = ''field'') AND (problem_id IS NOT NULL) = (left_out = ''problem'') AND (problem IS NOT NULL) = (left_out = ''problem'')',
  'delta.constraints.finite_saved' = 'saved IS NULL OR abs(saved) <= 1.7976931348623157E308D',
  'delta.constraints.saves_something' = 'draw <> 0 OR saved IS NULL OR (saved > 0 AND problems >= 2)',
  'delta.constraints.reason_for_null' = '(definition IS NULL) = (reason IS NOT NULL) AND (definition IS NULL) = (place = 0) AND (definition IS NULL) = (saved IS NULL)'
)
