"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId, useSyncExternalStore } from "react";
import type { Theme } from "./theme";
import { themeOf } from "./theme";

const YEAR_SECONDS = 31_536_000;

const choices = [
  { theme: "system", label: "As the device", icon: Monitor },
  { theme: "light", label: "Light", icon: Sun },
  { theme: "dark", label: "Dark", icon: Moon },
] as const;

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

/** Writes the choice where the server reads it, and on the page at once. */
function choose(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  document.cookie = `theme=${theme}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`;
}

/** Light, dark, or as the device has it. */
export function ThemeChoice() {
  const name = useId();
  const current = useSyncExternalStore(
    subscribe,
    () => themeOf(document.documentElement.dataset.theme),
    () => null,
  );
  return (
    <fieldset>
      <legend className="px-1 pb-1 text-xs text-ink-3">Appearance</legend>
      <div className="flex gap-0.5 rounded-md bg-sunken p-0.5">
        {choices.map(({ theme, label, icon: Icon }) => (
          <label
            key={theme}
            title={label}
            className="flex min-h-(--control-sm) flex-1 items-center justify-center rounded-sm border border-transparent text-ink-2 has-checked:border-line-strong has-checked:bg-surface has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={current === theme}
              onChange={() => choose(theme)}
            />
            <Icon size={16} aria-hidden />
            <span className="sr-only">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
