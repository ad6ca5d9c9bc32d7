"use client";

import { ClipboardList, MessageSquare, Phone, Siren, UserRoundCog } from "lucide-react";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useEscalate } from "./lane-escalation";

interface LaneActionsProps {
  caseId: string;
  number: string;
  displayName: string;
  ownerId: string;
  /** The item that decides; the message is about it. */
  itemId: string | null;
  mayAssign: boolean;
  /** Not while it is before a manager already. */
  mayEscalate: boolean;
}

/** Where one steps in: the checklist, the telephone, a message about what decides, another owner, a manager. */
export function LaneActions({ caseId, number, displayName, ownerId, itemId, ...may }: LaneActionsProps) {
  const escalate = useEscalate();
  const assign: MenuItem[] = may.mayAssign
    ? [
        {
          label: "Reassign",
          icon: <UserRoundCog aria-hidden />,
          href: `/cases/${number}/overview?do=assign`,
        },
      ]
    : [];
  const up: MenuItem[] = may.mayEscalate
    ? [
        {
          label: "Escalate",
          icon: <Siren aria-hidden />,
          onSelect: () => escalate({ caseId, displayName }),
        },
      ]
    : [];
  return (
    <Menu
      label={`More for ${displayName}`}
      items={[
        {
          label: "Open the checklist",
          icon: <ClipboardList aria-hidden />,
          href: `/cases/${number}/checklist`,
        },
        {
          label: "Message the client",
          icon: <MessageSquare aria-hidden />,
          href: `/cases/${number}/messages${itemId === null ? "" : `?item=${itemId}`}`,
        },
        {
          label: "Call list of the consultant",
          icon: <Phone aria-hidden />,
          href: `/deadlines/calls?consultant=${ownerId}`,
        },
        ...assign,
        ...up,
      ]}
    />
  );
}
