"""Words of names in English texts that tell whose name it is: a person's, a place's, a thing's.

The lists need not be whole: whoever is not in them is found by what else the article says of them.
"""

GIVEN_NAMES = frozenset(
    "Aaron Abdul Abdullah Abigail Abraham Adam Adele Adrian Adriana Agnes Ahmad Ahmed Aisha Alan "
    "Albert Alberto Alejandro Alex Alexander Alexandra Alexei Alfred Ali Alice Alicia Alison "
    "Allan Allen Amanda Amir Amy Ana Andrea Andreas Andrei Andrew Andy Angela Angelo Anita Ann "
    "Anna Anne Annie Anthony Anton Antonio Antony Arnold Arthur Ashley Audrey Barack Barbara "
    "Barry Beatrice Ben Benedict Benjamin Bernard Bernhard Bernie Beth Betty Beverly Bob Bobby "
    "Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bruce Bryan Caitlin Cameron Camille "
    "Carl Carla Carlos Carmen Carol Caroline Catherine Cathy Cecilia Charles Charlie Cheryl Chloe "
    "Chris Christian Christina Christine Christopher Claire Claudia Colin Connor Craig Cynthia "
    "Dan Daniel Daniela Danielle Danny Dave David Deborah Debra Denis Denise Dennis Derek Diana "
    "Diane Diego Dmitri Dmitry Don Donald Donna Doris Dorothy Douglas Duncan Dylan Eddie Edgar "
    "Edith Eduardo Edward Edwin Eileen Elaine Eleanor Elena Elisabeth Elizabeth Ellen Emily Emma "
    "Emmanuel Enrique Eric Erica Erik Erin Ernest Eugene Eva Evelyn Fatima Felix Fernando Fiona "
    "Frances Francesca Francesco Francis Francisco Franklin Fred Frederick Gabriel Gabriela "
    "Gareth Gary Gavin Geoffrey George Gerald Gerard Gerhard Gianni Gina Giovanni Giuseppe Gloria "
    "Gordon Graham Greg Gregory Guillermo Gustav Hannah Hans Harold Harriet Harry Hassan Heather "
    "Hector Heinrich Helen Helena Helmut Henri Henry Herbert Hillary Hossein Howard Hugh Hugo "
    "Hussein Ian Ibrahim Igor Ingrid Irene Isaac Isabel Isabella Ivan Jack Jacob Jacqueline "
    "Jacques Jaime James Jamie Jan Jane Janet Janice Jared Jason Javier Jay Jeff Jeffrey Jennifer "
    "Jenny Jens Jeremy Jerry Jesse Jessica Jill Jim Jimmy Joan Joanna Joanne Joe Joel Johan "
    "Johann Johannes John Johnny Jon Jonathan Jorge Jose Josef Joseph Joshua José Juan Judith "
    "Judy Juergen Julia Julian Juliana Julie Juliet Justin Jürgen Karen Karl Kate Katherine "
    "Kathleen Kathryn Kathy Katie Keith Kelly Ken Kenneth Kevin Khalid Kim Kimberly Klaus Kristen "
    "Kurt Kyle Larry Laura Lauren Laurent Lawrence Leah Leo Leon Leonard Leonardo Leslie Lewis "
    "Liam Lillian Linda Lisa Liz Lloyd Lois Louis Louise Lucas Lucia Lucy Luigi Luis Luke Lynn "
    "Mahmoud Manuel Marc Marcel Marco Marcus Margaret Maria Mariam Marie Marilyn Mario Marion "
    "Marjorie Mark Marta Martha Martin Mary María Mathias Matt Matteo Matthew Maureen Maurice Max "
    "Maxwell Megan Mehdi Melanie Melissa Michael Michel Michele Michelle Miguel Mike Mikhail "
    "Mohamed Mohammad Mohammed Molly Monica Muhammad Mustafa Nancy Natalia Natalie Nathan "
    "Nathaniel Neil Nicholas Nick Nicolas Nicole Nigel Nikolai Nina Noah Nora Norman Oleg Oliver "
    "Olivia Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Pauline Pedro Peggy Pete "
    "Peter Philip Philippe Phillip Phyllis Pierre Rachel Rafael Ralph Ramon Raymond Rebecca Reza "
    "Ricardo Richard Rick Rita Rob Robert Roberto Robin Rodney Roger Roland Ron Ronald Rosa Ross "
    "Roy Rudolf Russell Ruth Ryan Sally Salman Sam Samantha Samuel Sandra Sara Sarah Scott Sean "
    "Sebastian Sergei Sergey Sergio Seth Shane Shannon Sharon Sheila Shirley Silvia Simon Sofia "
    "Sonia Sophia Sophie Stanley Stefan Stella Stephanie Stephen Steve Steven Stuart Sue Susan "
    "Suzanne Sven Sylvia Tamara Ted Teresa Terry Theodore Theresa Thomas Tim Timothy Todd Tom "
    "Tommy Tony Tracy Ursula Valerie Vanessa Vera Vernon Viktor Vincent Vladimir Walter Wanda "
    "Warren Wayne Wendy Werner Wilhelm William Willy Wolfgang Yasmin Yuri Yusuf Yvonne Zachary "
    "Zoe".split()
)
"""Given names that are common, and no places, months or other words: a surname follows."""
PLACES = frozenset(
    "African American Asian British Cape Central Combined East Eastern European Federal Fort "
    "Great Greater International Islamic Joint Lake Las Los Lower Mount National New North "
    "Northern Old Port Royal Saint San Santa South Southern United Upper West Western".split()
)
"""What begins the names of places and of bodies."""
THINGS = frozenset(
    "Age Agreement Albion Alliance Army Art Arts Association Athletic Awards Band Bank Bay "
    "Brigade Cathedral Channel Cinema Club Coast Collection Combined Congress Constitution "
    "Convention Cup Declaration Design Economics Embassy Empire Engineering English Ensemble "
    "Exhibition Festival Film Films Force Forces Front Gallery Games Government Grammar Guard "
    "Guards Gulf Hall Health Highway Hill Hills History Initiative Joint Journal Kingdom "
    "Laboratory Labs Language Law Literature Magazine March Marine Market Media Miss Monument "
    "Mountain Mountains Movement Music Names Nations Navy News Ocean Opera Operation Operations "
    "Orchestra Palace Parliament Peninsula Plan Point Police Policy Post Press Principles "
    "Products Province Psychology Publishing Quartet Rangers Records Republic Resolve Review "
    "Revolution Rights River Rovers Saga Science Sciences Sea Security Senate Session Sonata "
    "Square State States Strategy Studies Studio Studios Summit Symphony Technology Terminal Test "
    "Theater Theatre Times Toolkit Town Township Treaty United Valley Village Wall Wanderers War "
    "Week World Zone".split()
)
"""What stands in the names of things and of bodies, and in no person's."""
