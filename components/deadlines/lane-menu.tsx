import { ClipboardList, MessageSquare, Phone, Siren, UserRoundCog } from "lucide-react";
import type { MenuItem } from "@/components/ui/menu";
import type { BoardLane } from "@/lib/deadlines/board/types";

interface MayDo {
  assign: boolean;
  escalate: (lane: BoardLane) => void;
}

/** Where one steps in: the checklist, a message about what decides, the telephone, another owner, a manager. */
export function laneMenu(lane: BoardLane, { assign, escalate }: MayDo): MenuItem[] {
  const { number, owner, itemId } = lane;
  const reassign: MenuItem = {
    label: "Reassign",
    icon: <UserRoundCog aria-hidden />,
    href: `/cases/${number}/overview?do=assign`,
  };
  const up: MenuItem = {
    label: "Escalate",
    icon: <Siren aria-hidden />,
    onSelect: () => escalate(lane),
  };
  return [
    { label: "Open the checklist", icon: <ClipboardList aria-hidden />, href: `/cases/${number}/checklist` },
    {
      label: "Message the client",
      icon: <MessageSquare aria-hidden />,
      href: `/cases/${number}/messages${itemId === null ? "" : `?item=${itemId}`}`,
    },
    {
      label: "Call list of the consultant",
      icon: <Phone aria-hidden />,
      href: `/deadlines/calls?consultant=${owner.id}`,
    },
    ...(assign ? [reassign] : []),
    // Not while it is before a manager already.
    ...(lane.mayEscalate && lane.escalation === null ? [up] : []),
  ];
}
