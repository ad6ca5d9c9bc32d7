import { LogOut } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { buttonClass } from "@/components/ui/button-class";
import { PopoverPanel } from "./popover-panel";
import { ThemeChoice } from "./theme-choice";

export interface ShellPerson {
  name: string;
  /** `Consultant, RCIC`. */
  role: string;
}

/** A server action without input. */
export type SignOutAction = () => Promise<void>;

/** The person at the foot of the sidebar; opens appearance and sign out. */
export function PersonMenu({ person, signOut }: { person: ShellPerson; signOut: SignOutAction }) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-sunken"
      >
        <Avatar name={person.name} size="md" />
        <span className="min-w-0">
          <span className="block truncate text-sm font-semibold">{person.name}</span>
          <span className="block truncate text-xs text-ink-3">{person.role}</span>
        </span>
      </button>
      <PopoverPanel
        id="person-menu"
        label={person.name}
        className="fixed top-auto right-auto bottom-18 left-3 w-48"
      >
        <PersonMenuItems signOut={signOut} />
      </PopoverPanel>
    </>
  );
}

/** What belongs to the person, wherever it is shown. */
export function PersonMenuItems({ signOut }: { signOut: SignOutAction }) {
  return (
    <>
      <ThemeChoice />
      <form action={signOut} className="mt-2 border-t border-line pt-2">
        <button
          type="submit"
          className={buttonClass({ variant: "quiet", className: "w-full justify-start" })}
        >
          <LogOut aria-hidden /> Sign out
        </button>
      </form>
    </>
  );
}
