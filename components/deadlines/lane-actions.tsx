import { ClipboardList, MessageSquare, UserRoundCog } from "lucide-react";
import { Menu } from "@/components/ui/menu";

interface LaneActionsProps {
  number: string;
  displayName: string;
  mayAssign: boolean;
}

/** Where a manager steps in: the checklist, a message, another owner. */
export function LaneActions({ number, displayName, mayAssign }: LaneActionsProps) {
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
          href: `/cases/${number}/messages`,
        },
        ...(mayAssign
          ? [
              {
                label: "Reassign",
                icon: <UserRoundCog aria-hidden />,
                href: `/cases/${number}/overview?do=assign`,
              },
            ]
          : []),
      ]}
    />
  );
}
