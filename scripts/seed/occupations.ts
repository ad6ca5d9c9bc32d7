/** Occupations that clients hold: codes of the NOC 2021 with titles people give them. A test looks each code up. */
export type Field = "software" | "engineering" | "business" | "health" | "trades" | "education" | "service";

export interface Occupation {
  nocCode: string;
  titles: readonly string[];
}

const of = (nocCode: string, ...titles: readonly string[]): Occupation => ({ nocCode, titles });

export const OCCUPATIONS: Readonly<Record<Field, readonly Occupation[]>> = {
  software: [
    of("21231", "Software engineer", "Backend engineer"),
    of("21232", "Software developer", "Cloud developer"),
    of("21234", "Web developer"),
    of("21222", "Systems analyst", "Computer consultant"),
    of("21223", "Data analyst", "Data administrator"),
    of("21211", "Data scientist"),
    of("22222", "Quality assurance analyst", "Application tester"),
    of("22221", "Technical support analyst"),
  ],
  engineering: [
    of("21300", "Civil engineer"),
    of("21301", "Mechanical engineer"),
    of("21310", "Electrical engineer"),
    of("22301", "Mechanical engineering technologist"),
    of("22310", "Electronics technologist"),
  ],
  business: [
    of("11100", "Accountant"),
    of("11101", "Financial analyst"),
    of("11201", "Business consultant"),
    of("11202", "Marketing specialist"),
    of("11200", "Human resources consultant"),
    of("12200", "Bookkeeper"),
    of("13110", "Administrative assistant"),
    of("10010", "Financial manager"),
  ],
  health: [
    of("31301", "Registered nurse"),
    of("32101", "Licensed practical nurse"),
    of("31120", "Pharmacist"),
    of("32120", "Medical laboratory technologist"),
    of("31202", "Physiotherapist"),
    of("33101", "Medical laboratory assistant"),
    of("42201", "Social service worker"),
  ],
  trades: [
    of("72106", "Welder"),
    of("72200", "Electrician"),
    of("72300", "Plumber"),
    of("72310", "Carpenter"),
    of("72400", "Industrial mechanic"),
    of("63201", "Butcher"),
    of("72410", "Automotive service technician"),
  ],
  education: [of("42202", "Early childhood educator"), of("41220", "Secondary school teacher")],
  service: [
    of("62020", "Food service supervisor"),
    of("62010", "Retail sales supervisor"),
    of("63200", "Cook"),
    of("62200", "Chef"),
    of("60030", "Restaurant manager"),
  ],
};

/** What somebody of a field has studied. */
export const STUDIES: Readonly<Record<Field, readonly string[]>> = {
  software: ["Computer engineering", "Information technology", "Computer science"],
  engineering: ["Civil engineering", "Mechanical engineering", "Electrical engineering"],
  business: ["Commerce", "Business administration", "Accounting and finance"],
  health: ["Nursing", "Pharmacy", "Medical laboratory science"],
  trades: ["Welding technology", "Construction trades", "Industrial maintenance"],
  education: ["Education", "Early childhood education"],
  service: ["Hospitality management", "Culinary arts"],
};
