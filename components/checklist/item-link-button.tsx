"use client";

import { Link2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { ItemLinksDialog } from "./item-links-dialog";

/** Opens the links of one item. */
export function ItemLinkButton({ requirementId, title }: { requirementId: string; title: string }) {
  const t = useTranslations("links");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" icon={<Link2 aria-hidden />} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      <ItemLinksDialog {...{ requirementId, title, open }} onOpenChange={setOpen} />
    </>
  );
}
