import { redirect } from "next/navigation";
import { loadSettingsAllowed } from "@/lib/users/loaders";

/** Settings opens at the first part that the viewer may see. */
export default async function SettingsPage() {
  const allowed = await loadSettingsAllowed();
  redirect(allowed.staff ? "/settings/staff" : "/settings/sessions");
}
