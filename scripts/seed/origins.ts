/** Where invented clients come from: names, places, schools and employers that go together. None of the people exists. */
export interface Origin {
  country: string;
  /** How often, relative to the others. */
  weight: number;
  /** The official language most of them are tested in first. */
  language: "en" | "fr";
  women: readonly string[];
  men: readonly string[];
  families: readonly string[];
  cities: readonly string[];
  universities: readonly string[];
  employers: readonly string[];
  /** Countries some of them worked in on the way. */
  via: readonly string[];
  dialling: string;
}

type Texts = Record<"women" | "men" | "families" | "cities" | "universities" | "employers", string>;

/** Lists are written as one text with commas. */
function origin(
  country: string,
  weight: number,
  language: "en" | "fr",
  dialling: string,
  via: readonly string[],
  texts: Texts,
): Origin {
  const list = (text: string) => text.split(",").map((word) => word.trim());
  return {
    country,
    weight,
    language,
    dialling,
    via,
    women: list(texts.women),
    men: list(texts.men),
    families: list(texts.families),
    cities: list(texts.cities),
    universities: list(texts.universities),
    employers: list(texts.employers),
  };
}

export const ORIGINS: readonly Origin[] = [
  origin("IN", 30, "en", "+91", ["AE", "GB", "SG"], {
    women: "Neha, Divya, Kavya, Ananya, Sneha, Pooja, Harpreet, Simran, Lakshmi, Meera, Ritika, Shruti",
    men: "Arjun, Rohit, Karan, Vikram, Siddharth, Gurpreet, Manpreet, Aditya, Rahul, Nikhil, Suresh, Imran",
    families:
      "Kulkarni, Sharma, Patel, Singh, Kaur, Reddy, Nair, Iyer, Gupta, Banerjee, Deshmukh, Menon, Chauhan, Bhatt",
    cities: "Pune, Mumbai, Hyderabad, Bengaluru, Chennai, Ludhiana, Ahmedabad, Kochi, Delhi",
    universities:
      "Savitribai Phule Pune University, University of Mumbai, Osmania University, Anna University, Punjab Technical University, Gujarat Technological University",
    employers:
      "Sahyadri Software Pvt Ltd, Konkan Bank, Deccan Analytics, Malabar Hospital, Narmada Engineering, Vindhya Textiles",
  }),
  origin("PH", 11, "en", "+63", ["SA", "AE", "SG"], {
    women: "Maria Cristina, Jasmine, Angelica, Rowena, Liezel, Kristine, Grace, Marites",
    men: "Jose Miguel, Rafael, Jerome, Carlo, Mark Anthony, Dennis, Paolo, Ramon",
    families: "Santos, Reyes, Dela Cruz, Bautista, Villanueva, Aquino, Mendoza, Salazar, Navarro",
    cities: "Quezon City, Cebu City, Davao, Iloilo, Makati, Baguio",
    universities:
      "University of Santo Tomas, Silliman University, University of San Carlos, Far Eastern University",
    employers: "Visayas Medical Center, Luzon Shared Services, Mindanao Builders, Manila Bay Logistics",
  }),
  origin("NG", 11, "en", "+234", ["GB", "AE"], {
    women: "Chidinma, Adaeze, Folake, Ngozi, Amina, Temitope, Blessing, Zainab",
    men: "Chukwuemeka, Olumide, Tunde, Ibrahim, Emeka, Babatunde, Uche, Yusuf",
    families: "Okafor, Adeyemi, Balogun, Eze, Nwosu, Bello, Okonkwo, Adebayo, Ogunleye",
    cities: "Lagos, Abuja, Ibadan, Port Harcourt, Enugu, Kano",
    universities:
      "University of Lagos, Obafemi Awolowo University, University of Ibadan, Covenant University",
    employers: "Lekki Fintech Ltd, Benue Breweries, Niger Delta Energy Services, Ikeja General Hospital",
  }),
  origin("CN", 6, "en", "+86", ["SG", "JP"], {
    women: "Xiaoyu, Jiayi, Meiling, Yuting, Xinyi, Yan",
    men: "Wei, Haoran, Zihan, Jun, Minghao, Lei",
    families: "Wang, Li, Zhang, Chen, Liu, Zhao, Huang, Zhou, Wu",
    cities: "Shanghai, Shenzhen, Chengdu, Hangzhou, Wuhan, Guangzhou",
    universities: "Zhejiang University, Wuhan University, Sichuan University, Tongji University",
    employers: "Huangpu Robotics, Pearl River Semiconductors, Lakeview Commerce, Jinan Machinery",
  }),
  origin("PK", 5, "en", "+92", ["AE", "SA"], {
    women: "Ayesha, Fatima, Sana, Hina, Mahnoor, Rabia",
    men: "Ahmed, Bilal, Usman, Hamza, Fahad, Saad",
    families: "Khan, Malik, Qureshi, Siddiqui, Chaudhry, Sheikh, Abbasi",
    cities: "Karachi, Lahore, Islamabad, Faisalabad, Peshawar",
    universities:
      "University of Karachi, University of Engineering and Technology Lahore, COMSATS University",
    employers: "Indus Telecom, Ravi Textiles, Margalla Systems, Clifton Hospital",
  }),
  origin("BR", 5, "en", "+55", ["PT", "US"], {
    women: "Juliana, Camila, Fernanda, Larissa, Beatriz, Patrícia",
    men: "Thiago, Rafael, Gustavo, Lucas, Bruno, Felipe",
    families: "Oliveira, Souza, Almeida, Carvalho, Ribeiro, Ferreira, Moraes",
    cities: "São Paulo, Curitiba, Belo Horizonte, Recife, Porto Alegre",
    universities: "Universidade de São Paulo, Universidade Federal do Paraná, PUC Minas",
    employers: "Serra Azul Tecnologia, Banco Ipê, Guaíba Engenharia, Litoral Logística",
  }),
  origin("FR", 5, "fr", "+33", ["BE", "GB"], {
    women: "Camille, Élodie, Manon, Clémence, Aurélie, Inès",
    men: "Julien, Thibault, Maxime, Antoine, Romain, Bastien",
    families: "Lefèvre, Moreau, Girard, Fontaine, Chevalier, Rousseau, Marchand",
    cities: "Lyon, Nantes, Toulouse, Lille, Bordeaux, Strasbourg",
    universities: "Université de Lyon, Université de Nantes, INSA Toulouse, Université de Lille",
    employers: "Atelier Garonne, Rhône Numérique, Banque de l'Estuaire, Clinique Saint-Clair",
  }),
  origin("MA", 4, "fr", "+212", ["FR", "AE"], {
    women: "Salma, Imane, Kenza, Hajar, Soukaina, Nadia",
    men: "Youssef, Mehdi, Anas, Hamza, Reda, Karim",
    families: "Benali, El Amrani, Alaoui, Bennani, Tazi, Idrissi, Chraibi",
    cities: "Casablanca, Rabat, Marrakech, Fès, Tanger",
    universities: "Université Mohammed V, Université Hassan II, École Mohammadia d'ingénieurs",
    employers: "Atlas Ingénierie, Maghreb Assurances, Bouregreg Systèmes, Clinique Anfa",
  }),
  origin("CM", 4, "fr", "+237", ["FR"], {
    women: "Carine, Estelle, Solange, Mireille, Yolande, Clarisse",
    men: "Patrick, Serge, Hervé, Cédric, Landry, Boris",
    families: "Nkomo, Mbarga, Fotso, Kamga, Tchoua, Njoya, Essomba",
    cities: "Douala, Yaoundé, Bafoussam, Garoua",
    universities: "Université de Yaoundé I, Université de Douala, Université de Dschang",
    employers: "Wouri Services, Cameroun Énergie Conseil, Hôpital de la Paix, Sanaga Transit",
  }),
  origin("CI", 3, "fr", "+225", ["FR"], {
    women: "Aya, Mariam, Affoué, Adjoua, Aminata, Prisca",
    men: "Koffi, Yao, Kouadio, Ibrahim, Serge, Aboubacar",
    families: "Kouassi, Konan, Traoré, Ouattara, Koné, Bamba, N'Guessan",
    cities: "Abidjan, Bouaké, Yamoussoukro, San-Pédro",
    universities: "Université Félix Houphouët-Boigny, INP-HB Yamoussoukro",
    employers: "Lagune Télécom, Cacao Négoce, Banque du Bandama, Clinique des Deux Plateaux",
  }),
  origin("IR", 3, "en", "+98", ["TR", "AE"], {
    women: "Sara, Niloofar, Maryam, Parisa, Shirin, Elham",
    men: "Ali, Reza, Amir, Hossein, Farhad, Kaveh",
    families: "Ahmadi, Karimi, Hosseini, Rahimi, Moradi, Jafari",
    cities: "Tehran, Isfahan, Shiraz, Mashhad, Tabriz",
    universities: "University of Tehran, Isfahan University of Technology, Shiraz University",
    employers: "Alborz Engineering, Zayandeh Software, Pars Medical Devices",
  }),
  origin("MX", 3, "en", "+52", ["US"], {
    women: "Mariana, Daniela, Sofía, Fernanda, Ximena, Paola",
    men: "Diego, Alejandro, Emiliano, Luis, Sebastián, Héctor",
    families: "Hernández, Castillo, Vargas, Ortega, Jiménez, Ramírez",
    cities: "Guadalajara, Monterrey, Querétaro, Puebla",
    universities: "Universidad de Guadalajara, Universidad Autónoma de Nuevo León, UNAM",
    employers: "Bajío Manufactura, Sierra Digital, Hospital del Valle",
  }),
  origin("KE", 3, "en", "+254", ["AE", "GB"], {
    women: "Wanjiru, Achieng, Faith, Mercy, Nyambura, Esther",
    men: "Kipchoge, Otieno, Brian, Kamau, Dennis, Mwangi",
    families: "Mwangi, Odhiambo, Njoroge, Kiprop, Wambui, Ochieng",
    cities: "Nairobi, Mombasa, Kisumu, Eldoret",
    universities: "University of Nairobi, Strathmore University, Moi University",
    employers: "Savannah Mobile, Rift Valley Insurance, Uhuru Clinic",
  }),
  origin("GH", 2, "en", "+233", ["GB"], {
    women: "Abena, Akosua, Esi, Adwoa, Efua",
    men: "Kwame, Kofi, Yaw, Kwabena, Ebo",
    families: "Mensah, Boateng, Owusu, Asante, Appiah, Osei",
    cities: "Accra, Kumasi, Takoradi, Tamale",
    universities: "University of Ghana, KNUST, University of Cape Coast",
    employers: "Volta Power Services, Goldcoast Savings, Ridge Clinic",
  }),
  origin("UA", 2, "en", "+380", ["PL"], {
    women: "Olena, Iryna, Kateryna, Oksana, Yulia",
    men: "Andriy, Dmytro, Oleksandr, Mykola, Taras",
    families: "Shevchenko, Kovalenko, Bondarenko, Tkachenko, Melnyk",
    cities: "Kyiv, Lviv, Kharkiv, Odesa",
    universities: "Kyiv Polytechnic Institute, Lviv Polytechnic, Karazin Kharkiv University",
    employers: "Dnipro Soft, Karpaty Metal, Podil Design",
  }),
  origin("LB", 2, "fr", "+961", ["AE", "FR"], {
    women: "Rita, Nour, Yara, Maya, Joumana",
    men: "Elie, Georges, Karim, Fadi, Charbel",
    families: "Haddad, Khoury, Saab, Nassar, Abi Rached",
    cities: "Beirut, Tripoli, Zahlé, Jounieh",
    universities: "Université Saint-Joseph, American University of Beirut, Université Libanaise",
    employers: "Cèdre Architecture, Levant Trade Bank, Byblos Pharma",
  }),
  origin("VN", 2, "en", "+84", ["JP", "SG"], {
    women: "Minh Anh, Thu Hà, Ngọc Lan, Phương Thảo, Hồng Nhung",
    men: "Quang Huy, Minh Tuấn, Đức Anh, Hoàng Nam, Văn Long",
    families: "Nguyễn, Trần, Lê, Phạm, Hoàng, Đỗ",
    cities: "Hanoi, Ho Chi Minh City, Da Nang, Hai Phong",
    universities: "Vietnam National University Hanoi, Hanoi University of Science and Technology",
    employers: "Red River Electronics, Saigon Garments, Hoan Kiem Software",
  }),
  origin("CO", 2, "en", "+57", ["US", "ES"], {
    women: "Valentina, Natalia, Carolina, Laura, Andrea",
    men: "Andrés, Camilo, Juan Pablo, Santiago, Mauricio",
    families: "Gómez, Restrepo, Moreno, Cárdenas, Ospina",
    cities: "Bogotá, Medellín, Cali, Barranquilla",
    universities: "Universidad Nacional de Colombia, Universidad de Antioquia, Universidad de los Andes",
    employers: "Andina Software, Café del Huila, Clínica del Prado",
  }),
  origin("KR", 2, "en", "+82", ["JP"], {
    women: "Ji-woo, Seo-yeon, Min-ji, Ha-eun",
    men: "Min-jun, Ji-hoon, Seung-hyun, Do-yun",
    families: "Kim, Lee, Park, Choi, Jung, Kang",
    cities: "Seoul, Busan, Daejeon, Incheon",
    universities: "Hanyang University, Pusan National University, KAIST",
    employers: "Hangang Display, Namsan Games, Haeundae Shipyard",
  }),
  origin("GB", 2, "en", "+44", ["IE"], {
    women: "Charlotte, Emily, Hannah, Georgia",
    men: "Oliver, James, Callum, Thomas",
    families: "Whitfield, Hughes, Cartwright, Fraser, Bennett",
    cities: "Manchester, Leeds, Glasgow, Bristol",
    universities: "University of Leeds, University of Glasgow, University of Bristol",
    employers: "Pennine Engineering, Clyde Analytics, Severn Care Trust",
  }),
];
