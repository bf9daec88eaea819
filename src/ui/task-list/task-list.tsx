import type { Language } from "#foundation/i18n/index.ts";
import { classNames } from "#foundation/jsx/html.ts";
import type { Child } from "#foundation/jsx/jsx-runtime.ts";
import { StatusTag, type Tone } from "#ui/status-tag/status-tag.tsx";
import { uiTexts } from "#ui/texts/index.ts";

export type TaskState = "notStarted" | "inProgress" | "done" | "needsFix" | "cannotStart" | "unchanged" | "changed";

export type Task = {
  readonly id: string;
  readonly title: Child;
  readonly state: TaskState;
  /** Left out when the task cannot be started yet. */
  readonly href?: string | undefined;
  readonly hint?: Child;
};

const tones = {
  notStarted: "calm",
  inProgress: "soon",
  done: "good",
  needsFix: "late",
  cannotStart: "still",
  unchanged: "still",
  changed: "good",
} as const satisfies Record<TaskState, Tone>;

export type TaskListProps = {
  readonly tasks: readonly Task[];
  readonly language: Language;
  readonly showCount?: boolean | undefined;
};

/** A long dossier as parts that can be done in any order, each with its state in a word. */
export function TaskList({ tasks, language, showCount = true }: TaskListProps) {
  const t = uiTexts(language);
  const done = tasks.filter((task) => task.state === "done").length;
  return (
    <div class="tasks">
      {showCount && <p class="tasks-count">{t.tasksDone(done, tasks.length)}</p>}
      <ul class="task-list">
        {tasks.map((task) => (
          <li class={classNames("task", task.href && "task-open")}>
            <div class="task-name">
              {task.href ? (
                <a class="task-link" href={task.href} aria-describedby={`${task.id}-state`}>
                  {task.title}
                </a>
              ) : (
                <span class="task-title">{task.title}</span>
              )}
              {task.hint && <div class="task-hint">{task.hint}</div>}
            </div>
            <div class="task-state" id={`${task.id}-state`}>
              <StatusTag tone={tones[task.state]}>{t.task[task.state]}</StatusTag>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
