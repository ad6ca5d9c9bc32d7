import type { ActionResult } from "@/lib/command/action-result";

/** A server action as `useActionState` takes it. */
export type FormAction<T> = (previous: ActionResult<T> | null, data: FormData) => Promise<ActionResult<T>>;
