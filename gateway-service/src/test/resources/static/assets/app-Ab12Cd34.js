console.log("the script of the tests");
