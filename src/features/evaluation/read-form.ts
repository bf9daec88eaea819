/** What a form or a program sent, as an evaluation. */
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";
import { shapeFaults } from "#features/dossiers/index.ts";
import { BadInputError } from "#foundation/errors/index.ts";
import { answers, type Evaluation, evaluationQuestions, isAnswer, isQuestion, sameOfAll } from "./evaluation.ts";

/** The box of a question. */
export function boxOf(question: string): string {
  return `cau.${question}`;
}
export const allBox = "tat-ca";
export const remarkBox = "y-kien";

export function readEvaluationForm(form: URLSearchParams): Evaluation {
  const remark = form.get(remarkBox) ?? "";
  const all = Number(form.get(allBox) || Number.NaN);
  if (isAnswer(all)) return { answers: sameOfAll(all), remark };
  return {
    answers: new Map(
      evaluationQuestions.flatMap((question) => {
        const answer = Number(form.get(boxOf(question)) || Number.NaN);
        return isAnswer(answer) ? [[question, answer] as const] : [];
      }),
    ),
    remark,
  };
}

const answerShape = Type.Union(answers.map((answer) => Type.Literal(answer)));
export const evaluationShape = Type.Object(
  {
    answers: Type.Object(
      Object.fromEntries(evaluationQuestions.map((question) => [question, Type.Optional(answerShape)])),
      {
        additionalProperties: false,
        description: "2 very satisfied, 1 satisfied, 0 not satisfied; what is left out is not answered",
      },
    ),
    remark: Type.Optional(Type.String({ maxLength: 10_000 })),
  },
  { additionalProperties: false },
);
const check = Compile(evaluationShape);

export function readEvaluation(body: unknown): Evaluation {
  if (!check.Check(body)) throw new BadInputError("badInput", shapeFaults(check.Errors(body)), 400);
  const { answers: given, remark = "" }: Static<typeof evaluationShape> = body;
  return {
    answers: new Map(
      Object.entries(given).flatMap(([question, answer]) =>
        isQuestion(question) && isAnswer(answer) ? [[question, answer] as const] : [],
      ),
    ),
    remark,
  };
}
