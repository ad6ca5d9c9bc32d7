"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Ellipsis } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { startTransition, useState } from "react";
import type { ButtonSize, ButtonVariant } from "./button-class";
import { buttonClass } from "./button-class";
import { classNames } from "./class-names";
import { Kbd } from "./kbd";

interface ItemLook {
  label: string;
  icon?: ReactNode;
  /** Printed at the right. */
  keys?: string;
  tone?: "late";
  disabled?: boolean;
}

/** One thing to do: a link, a callback, or a server action that needs nothing but the click. */
export type MenuItem =
  | (ItemLook & { href: string; onSelect?: undefined; action?: undefined })
  | (ItemLook & { onSelect: () => void; href?: undefined; action?: undefined })
  | (ItemLook & { action: () => Promise<unknown>; href?: undefined; onSelect?: undefined });

interface MenuProps {
  /** What the button is called: `More for Arjun Mehta`. */
  label: string;
  items: readonly (MenuItem | "separator")[];
  /** Replaces the three dots. */
  trigger?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  align?: "start" | "end";
}

/** The few things that are not worth a button of their own. Everything in it is reachable elsewhere before JavaScript. */
export function Menu({ label, items, trigger, variant = "quiet", size, align = "end" }: MenuProps) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger
        aria-label={label}
        className={buttonClass({ variant, size, square: trigger === undefined })}
      >
        {trigger ?? <Ellipsis aria-hidden />}
      </BaseMenu.Trigger>
      <Items items={items} align={align} />
    </BaseMenu.Root>
  );
}

/** Ties a SharedMenu to its triggers; made once, by whoever renders both. */
export type MenuHandle<Subject> = ReturnType<typeof BaseMenu.createHandle<Subject>>;

export function useMenuHandle<Subject>(): MenuHandle<Subject> {
  return useState(() => BaseMenu.createHandle<Subject>())[0];
}

interface SharedMenuProps<Subject> {
  handle: MenuHandle<Subject>;
  /** What can be done about the row whose button was pressed. */
  itemsOf: (subject: Subject) => MenuProps["items"];
}

/** One menu for the rows of a long table: each row has a SharedMenuTrigger, which costs it no more than a button. */
export function SharedMenu<Subject>({ handle, itemsOf }: SharedMenuProps<Subject>) {
  return (
    <BaseMenu.Root handle={handle}>
      {({ payload }) => <Items items={payload === undefined ? [] : itemsOf(payload)} align="end" />}
    </BaseMenu.Root>
  );
}

interface SharedMenuTriggerProps<Subject> {
  handle: MenuHandle<Subject>;
  subject: Subject;
  /** What the button is called: `More for Arjun Mehta`. */
  label: string;
}

export function SharedMenuTrigger<Subject>({ handle, subject, label }: SharedMenuTriggerProps<Subject>) {
  return (
    <BaseMenu.Trigger
      handle={handle}
      payload={subject}
      aria-label={label}
      className={buttonClass({ variant: "quiet", square: true })}
    >
      <Ellipsis aria-hidden />
    </BaseMenu.Trigger>
  );
}

function Items({ items, align }: Required<Pick<MenuProps, "items" | "align">>) {
  return (
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={4} align={align} className="z-50">
        <BaseMenu.Popup className="min-w-48 rounded-lg border border-line-strong bg-surface p-1 shadow-float outline-none">
          {items.map((item, index) =>
            item === "separator" ? (
              <BaseMenu.Separator key={`separator-${index}`} className="my-1 h-px bg-line" />
            ) : (
              <Item key={item.label} item={item} />
            ),
          )}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

function Item({ item }: { item: MenuItem }) {
  const look = classNames(
    "flex min-h-(--control-sm) cursor-pointer items-center gap-2 rounded-sm px-2 py-1 outline-none select-none",
    "data-disabled:cursor-not-allowed data-disabled:opacity-55 data-highlighted:bg-sunken [&_svg]:size-4 [&_svg]:shrink-0",
    item.tone === "late" && "text-late",
  );
  const content = (
    <>
      {item.icon}
      <span className="flex-1">{item.label}</span>
      {item.keys !== undefined && <Kbd>{item.keys}</Kbd>}
    </>
  );
  if (item.href !== undefined) {
    return (
      <BaseMenu.LinkItem render={<Link prefetch={false} href={item.href} />} closeOnClick className={look}>
        {content}
      </BaseMenu.LinkItem>
    );
  }
  const { action, onSelect } = item;
  return (
    <BaseMenu.Item
      disabled={item.disabled}
      className={look}
      onClick={() => {
        if (onSelect) onSelect();
        else startTransition(async () => void (await action()));
      }}
    >
      {content}
    </BaseMenu.Item>
  );
}
