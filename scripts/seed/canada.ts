/** Places, schools and employers in Canada. The employers are invented. */
export const CANADIAN_CITIES = [
  { city: "Toronto", province: "ON" },
  { city: "Mississauga", province: "ON" },
  { city: "Ottawa", province: "ON" },
  { city: "London", province: "ON" },
  { city: "Vancouver", province: "BC" },
  { city: "Surrey", province: "BC" },
  { city: "Calgary", province: "AB" },
  { city: "Edmonton", province: "AB" },
  { city: "Winnipeg", province: "MB" },
  { city: "Regina", province: "SK" },
  { city: "Halifax", province: "NS" },
  { city: "Moncton", province: "NB" },
] as const;

export const CANADIAN_COLLEGES = [
  "Conestoga College",
  "Seneca Polytechnic",
  "Fanshawe College",
  "NAIT",
  "Red River College Polytechnic",
  "Langara College",
] as const;

export const CANADIAN_UNIVERSITIES = [
  "University of Windsor",
  "Dalhousie University",
  "University of Calgary",
  "Carleton University",
  "University of Manitoba",
  "Simon Fraser University",
] as const;

export const CANADIAN_EMPLOYERS = [
  "Northern Systems Ltd",
  "Lakehead Builders Inc",
  "Maple Ridge Health Authority",
  "Bow River Energy Services",
  "Harbourfront Hospitality Group",
  "Prairie Credit Union",
  "Kawartha Foods Inc",
  "Georgian Bay Logistics",
  "Rideau Consulting Partners",
  "Fundy Marine Works",
] as const;

export const PROVINCES_THAT_NOMINATE = ["ON", "BC", "AB", "MB", "SK", "NS", "NB"] as const;
